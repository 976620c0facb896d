package files

// Refused is a path that may not be read: absolute, in a home directory, or
// out of the workspace and of the fetched modules.
type Refused struct {
	Path string
}

func (r Refused) Error() string {
	return "windtunnel reads only files of the workspace and of fetched modules, not " + r.Path
}

// Missing is a path at which nothing is.
type Missing struct {
	Path string
}

func (m Missing) Error() string { return "no file exists at " + m.Path }

// NotRegular is a folder, a device or the like where a file is needed.
type NotRegular struct {
	Path     string
	IsFolder bool
}

func (n NotRegular) Error() string {
	if n.IsFolder {
		return n.Path + " is a directory, not a file"
	}
	return n.Path + " is not a regular file"
}

// TooLarge is a file of more than MaxSize bytes.
type TooLarge struct {
	Path string
}

func (t TooLarge) Error() string { return t.Path + " is larger than 8 MiB" }

// Unreadable is a path that the machine does not let us read. What the machine
// says of it is left out: it names the place on the host.
type Unreadable struct {
	Path string
}

func (u Unreadable) Error() string { return "failed to read " + u.Path }
