package files

import (
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// Resolve says which file of the mounts a path of an expression means; the
// file need not exist. Refused is the only error.
func (r Reader) Resolve(name string) (string, error) {
	if strings.HasPrefix(name, "~") || strings.ContainsRune(name, 0) {
		return "", Refused{name}
	}
	place := path.Clean(name)
	// path.cwd and abspath give paths of the mounts, which are as good as
	// relative ones; any other absolute path is of the machine.
	if below, isOwn := strings.CutPrefix(name, path.Clean(r.Root)+"/"); isOwn {
		place = r.walk(below)
	} else if !path.IsAbs(name) {
		place = r.walk(name)
	}
	if r.rootOf(place) == "" {
		return "", Refused{name}
	}
	return place, nil
}

// walk follows a path from the root module, segment by segment: `..` behind the
// folder of a fetched module leads to where that module really is.
func (r Reader) walk(name string) string {
	place, logical := path.Clean(r.Root), "."
	for _, segment := range strings.Split(name, "/") {
		if segment == "" || segment == "." {
			continue
		}
		place, logical = path.Join(place, segment), path.Join(logical, segment)
		for _, module := range r.Modules {
			if logical == path.Clean(module.Path) {
				place = path.Clean(module.Folder)
				break
			}
		}
	}
	return place
}

// rootOf gives the allowed folder that a place is in, empty when there is none.
func (r Reader) rootOf(place string) string {
	for _, folder := range r.Allowed {
		if isBelow(place, path.Clean(folder)) {
			return path.Clean(folder)
		}
	}
	if len(r.Allowed) > 0 {
		return ""
	}
	if isBelow(place, "/workspace") {
		return "/workspace"
	}
	fetched := fetchedFolder(place)
	for _, module := range r.Modules {
		// The cache holds repositories of others, too: only those that are called.
		if fetched != "" && fetchedFolder(path.Clean(module.Folder)) == fetched {
			return fetched
		}
	}
	return ""
}

// fetchedFolder gives /modules/<key> of a place in a fetched repository.
func fetchedFolder(place string) string {
	rest, found := strings.CutPrefix(place, "/modules/")
	key, _, _ := strings.Cut(rest, "/")
	if !found || key == "" {
		return ""
	}
	return "/modules/" + key
}

func isBelow(place, folder string) bool {
	return place == folder || strings.HasPrefix(place, strings.TrimSuffix(folder, "/")+"/")
}

// checkLinks refuses what symbolic links lead out of the allowed folders. Below
// WebAssembly the host does it, which alone knows where the mounts are.
func (r Reader) checkLinks(name, place string) error {
	if runtime.GOOS == "wasip1" {
		return nil
	}
	real, err := filepath.EvalSymlinks(place)
	if err != nil {
		return Unreadable{name}
	}
	for _, folder := range append([]string{r.rootOf(place)}, r.Allowed...) {
		realFolder, err := filepath.EvalSymlinks(folder)
		if err == nil && isBelow(real, realFolder) {
			return nil
		}
	}
	return Refused{name}
}
