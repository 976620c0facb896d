package functions

import (
	"encoding/base64"
	"errors"
	"fmt"
	"path"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
)

func fileFunctions(reader files.Reader) map[string]function.Function {
	return map[string]function.Function{
		"abspath":          absPath(reader),
		"basename":         ofText("path", func(name string) (string, error) { return path.Base(name), nil }),
		"dirname":          ofText("path", func(name string) (string, error) { return path.Dir(name), nil }),
		"file":             file(reader),
		"filebase64":       fileBase64(reader),
		"filebase64sha256": fileDigest(reader, base64OfSHA256),
		"filebase64sha512": fileDigest(reader, base64OfSHA512),
		"fileexists":       fileExists(reader),
		"filemd5":          fileDigest(reader, hexOfMD5),
		"fileset":          fileSet(reader),
		"filesha1":         fileDigest(reader, hexOfSHA1),
		"filesha256":       fileDigest(reader, hexOfSHA256),
		"filesha512":       fileDigest(reader, hexOfSHA512),
		"pathexpand":       pathExpand,
	}
}

// ofPath makes a function of a path; what it says of errors knows whether the
// path may be shown.
func ofPath(result cty.Type, give func(name string, shown string) (cty.Value, error)) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{{Name: "path", Type: cty.String, AllowMarked: true}},
		Type:         function.StaticReturnType(result),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			name, marks := args[0].Unmark()
			given, err := give(name.AsString(), quoted(name.AsString(), marks))
			if err != nil {
				return cty.NilVal, hiding(err, marks)
			}
			return given.WithMarks(marks), nil
		},
	})
}

func hiding(err error, marks cty.ValueMarks) error {
	refused := files.Refused{}
	if errors.As(err, &refused) && (hasSensitive(marks) || isSecret(marks)) {
		return files.Refused{Path: "(sensitive value)"}
	}
	return err
}

func file(reader files.Reader) function.Function {
	return ofPath(cty.String, func(name, shown string) (cty.Value, error) {
		content, err := read(reader, name, shown)
		if err != nil {
			return cty.NilVal, err
		}
		if !utf8.Valid(content) {
			return cty.NilVal, fmt.Errorf("contents of %s are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead", shown)
		}
		return cty.StringVal(string(content)), nil
	})
}

func fileBase64(reader files.Reader) function.Function {
	return ofPath(cty.String, func(name, shown string) (cty.Value, error) {
		content, err := read(reader, name, shown)
		return cty.StringVal(base64.StdEncoding.EncodeToString(content)), err
	})
}

func fileDigest(reader files.Reader, give digest) function.Function {
	return ofPath(cty.String, func(name, _ string) (cty.Value, error) {
		content, err := reader.Read(name)
		if errors.As(err, new(files.Missing)) {
			err = wording{fmt.Sprintf("open %s: no such file or directory", name), err}
		} else if errors.As(err, new(files.NotRegular)) {
			err = wording{fmt.Sprintf("read %s: is a directory", path.Clean(name)), err}
		}
		return cty.StringVal(give(content)), err
	})
}

func fileExists(reader files.Reader) function.Function {
	return ofPath(cty.Bool, func(name, shown string) (cty.Value, error) {
		does, err := reader.Exists(name)
		if irregular := (files.NotRegular{}); errors.As(err, &irregular) {
			irregular.Path = shown
			if name == "" {
				irregular.Path = `"."`
			}
			err = irregular
		}
		return cty.BoolVal(does), err
	})
}

// read words the errors of file and its like as Terraform does; those that are
// windtunnel's own stay as they are.
func read(reader files.Reader, name, shown string) ([]byte, error) {
	content, err := reader.Read(name)
	irregular := files.NotRegular{}
	switch {
	case errors.As(err, new(files.Missing)):
		return nil, function.NewArgErrorf(0, "%s%s; this function works only with files that are distributed as part of the configuration source code, so if this file will be created by a resource in this configuration you must instead obtain this result from an attribute of that resource", noFile, shown)
	case errors.As(err, &irregular) && irregular.IsFolder:
		return nil, function.NewArgErrorf(0, "%s: read %s: is a directory", failedToRead, path.Clean(name))
	case errors.As(err, &irregular):
		return nil, function.NewArgErrorf(0, "%s: %s is no regular file", failedToRead, path.Clean(name))
	}
	return content, err
}
