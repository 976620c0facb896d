package text

import "fmt"

// MaxLength is how long a text may get, in bytes.
const MaxLength = 16 << 20

// LimitError says that a text would become longer than MaxLength.
type LimitError struct{}

func (LimitError) Error() string {
	return fmt.Sprintf("the result is longer than %d MiB, which is as long as windtunnel lets a text become", MaxLength>>20)
}
