package evaluate

import "strings"

// To compare names takes time, and there may be as many mistakes as names.
const (
	longestName = 60
	mostNames   = 400
)

// didYouMean names what is nearest to a name that nothing declares, of equally
// near ones the first; empty when nothing is near.
func didYouMean[V any](name string, known map[string]V) string {
	if name == "" || len(name) > longestName || len(known) > mostNames {
		return ""
	}
	best, nearest := "", len(name)/3+2
	for candidate := range known {
		if max(len(candidate)-len(name), len(name)-len(candidate)) > nearest {
			continue
		}
		changes := editDistance(strings.ToLower(name), strings.ToLower(candidate))
		if changes < nearest || changes == nearest && best != "" && candidate < best {
			best, nearest = candidate, changes
		}
	}
	if best == "" {
		return ""
	}
	return "Did you mean " + quote(best) + "?"
}

// editDistance is Levenshtein's, in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for column := range row {
		row[column] = column
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
