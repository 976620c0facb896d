package evaluate

import (
	"path"
	"regexp"
	"strconv"
)

// missingFile is how file() and its like say that there is none.
var missingFile = regexp.MustCompile(`no file exists at ("(?:[^"\\]|\\.)*")`)

// fileHint names the file of the same folder that was meant; empty when the
// message is about something else.
func (r *run) fileHint(message string) string {
	found := missingFile.FindStringSubmatch(message)
	if found == nil {
		return ""
	}
	if name, err := strconv.Unquote(found[1]); err == nil && r.base != nil {
		if meant := didYouMean(path.Base(name), r.fileNames(path.Dir(name))); meant != "" {
			return meant
		}
	}
	return "Add the file, or correct its path."
}

func (r *run) fileNames(folder string) map[string]bool {
	names := map[string]bool{}
	entries, err := r.reader().List(folder)
	if err != nil {
		return names
	}
	for _, entry := range entries {
		if entry.IsFile {
			names[entry.Name] = true
		}
	}
	return names
}
