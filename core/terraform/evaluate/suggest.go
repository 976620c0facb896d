package evaluate

import "strings"

// didYouMean names what is nearest to a name that nothing declares; empty when
// nothing is near.
func didYouMean(name string, known []string) string {
	if name == "" {
		return ""
	}
	best, distance := "", len(name)/3+2
	for _, candidate := range known {
		if len(candidate) > 200 || len(name) > 200 {
			continue
		}
		if changes := editDistance(strings.ToLower(name), strings.ToLower(candidate)); changes < distance {
			best, distance = candidate, changes
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
