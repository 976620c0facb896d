package evaluate

import (
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

const (
	// shortestSecret that is looked for in messages: what is shorter stands in
	// them by chance.
	shortestSecret = 5
	maxSecrets     = 10000
	inPlaceOfIt    = "(sensitive value)"
)

// noteSecrets remembers texts that must not show in messages: functions quote
// their arguments.
func (f *findings) noteSecrets(value cty.Value, isSecret bool) {
	isItself, _ := text.Traits(value)
	isSecret = isSecret || isItself
	plain := bare(value)
	switch {
	case plain.IsNull() || !plain.IsKnown() || len(f.secrets) > maxSecrets:
	case plain.Type() == cty.String && isSecret:
		f.noteSecret(plain.AsString())
	case plain.CanIterateElements():
		for parts := plain.ElementIterator(); parts.Next(); {
			_, part := parts.Element()
			f.noteSecrets(part, isSecret)
		}
	}
}

func (f *findings) noteSecret(said string) {
	for _, line := range strings.Split(said, "\n") {
		if line = strings.TrimSpace(line); len(line) >= shortestSecret && !strings.HasPrefix(line, "-----") {
			f.secrets[line] = true
		}
	}
}

// redact takes the secrets out of a message.
func (f *findings) redact(message string) string {
	for _, secret := range sortedKeys(f.secrets) {
		if strings.Contains(message, secret) {
			message = strings.ReplaceAll(message, secret, inPlaceOfIt)
		}
		if quoted := strings.Trim(strconv.Quote(secret), `"`); quoted != secret && strings.Contains(message, quoted) {
			message = strings.ReplaceAll(message, quoted, inPlaceOfIt)
		}
	}
	return message
}
