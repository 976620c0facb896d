package functions

import (
	"errors"
	"strings"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/text"
)

const (
	noFile       = "no file exists at "
	failedToRead = "failed to read file"
)

// wording says an error in other words, those of Terraform.
type wording struct {
	said string
	err  error
}

func (w wording) Error() string { return w.said }
func (w wording) Unwrap() error { return w.err }

// CodeOf says what the error of a function call is about; err is what
// hclsyntax.FunctionCallDiagExtra has, and may be nil.
func CodeOf(err error) terraform.Code {
	switch {
	case err == nil:
		return terraform.FunctionCall
	case errors.As(err, new(LimitError)), errors.As(err, new(text.LimitError)), errors.As(err, new(files.TooLarge)):
		return terraform.Limit
	case errors.As(err, new(files.Refused)), errors.As(err, new(files.Missing)),
		errors.As(err, new(files.NotRegular)), errors.As(err, new(files.Unreadable)):
		return terraform.FileAccess
	// An error about an argument hides what it is made of.
	case strings.HasPrefix(err.Error(), noFile), strings.HasPrefix(err.Error(), failedToRead):
		return terraform.FileAccess
	}
	return terraform.FunctionCall
}
