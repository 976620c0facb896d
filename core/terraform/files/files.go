// Package files reads what expressions may read: files of the workspace and of
// fetched modules, and nothing else of the machine.
package files

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"sort"

	"windtunnel/core/terraform"
)

// MaxSize is how large a file may be, in bytes.
const MaxSize = 8 << 20

// Reader reads files by the paths that expressions use: relative to the folder
// of the root module, or below a path that path.module says of some module.
type Reader struct {
	// Root is the folder of the root module, /workspace/clusters/one.
	Root string
	// Modules says where .terraform/modules/bootstrap and its like really are.
	Modules []terraform.ModuleNode
	// Allowed are the folders that may be read; without any, they are
	// /workspace and every folder of /modules.
	Allowed []string
}

// Read gives the content of a regular file. Errors are Refused, Missing,
// NotRegular, TooLarge or Unreadable.
func (r Reader) Read(name string) ([]byte, error) {
	place, info, err := r.stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, NotRegular{name, info.IsDir()}
	}
	if info.Size() > MaxSize {
		return nil, TooLarge{name}
	}
	content, err := os.ReadFile(place)
	if err != nil {
		return nil, Unreadable{name}
	}
	return content, nil
}

// Exists says whether there is a regular file. What is no regular file is the
// error NotRegular, as Terraform has it.
func (r Reader) Exists(name string) (bool, error) {
	_, info, err := r.stat(name)
	if errors.As(err, new(Missing)) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, NotRegular{name, info.IsDir()}
	}
	return true, nil
}

// Entry is one name in a folder.
type Entry struct {
	Name     string
	IsFolder bool
	// IsFile is false for folders, devices and sockets.
	IsFile bool
}

// List gives the entries of a folder by name; what links out of the allowed
// folders is left out.
func (r Reader) List(name string) ([]Entry, error) {
	place, _, err := r.stat(name)
	if err != nil {
		return nil, err
	}
	found, err := os.ReadDir(place)
	if err != nil {
		return nil, Unreadable{name}
	}
	entries := make([]Entry, 0, len(found))
	for _, one := range found {
		_, info, err := r.stat(path.Join(name, one.Name()))
		if err == nil {
			entries = append(entries, Entry{one.Name(), info.IsDir(), info.Mode().IsRegular()})
		}
	}
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name < entries[j].Name })
	return entries, nil
}

func (r Reader) stat(name string) (string, fs.FileInfo, error) {
	place, err := r.Resolve(name)
	if err != nil {
		return "", nil, err
	}
	info, err := os.Stat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil, Missing{name}
	}
	// The host answers so where a symbolic link leads out of a mount.
	if errors.Is(err, fs.ErrPermission) {
		return "", nil, Refused{name}
	}
	if err != nil {
		return "", nil, Unreadable{name}
	}
	if err := r.checkLinks(name, place); err != nil {
		return "", nil, err
	}
	return place, info, nil
}
