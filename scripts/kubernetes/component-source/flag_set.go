package main

import "sort"

// Flag is one command line flag.
type Flag struct {
	Name      string `json:"name"`
	Shorthand string `json:"shorthand,omitempty"`
	// Type is what the value's Type() answers.
	Type string `json:"type"`
	// Optional flags may stand without a value, as booleans do.
	Optional   bool   `json:"optional,omitempty"`
	Deprecated string `json:"deprecated,omitempty"`
}

// flagSet gathers flags as pflag.FlagSet does: names are normalized, the first definition stays.
type flagSet struct {
	flags map[string]*Flag
}

func newFlagSet() *flagSet {
	return &flagSet{flags: map[string]*Flag{}}
}

func (s *flagSet) add(flag Flag) {
	flag.Name = normalize(flag.Name)
	if len(flag.Name) == 1 {
		// As pflag.PFlagFromGoFlag does.
		flag.Shorthand = flag.Name
	}
	if _, exists := s.flags[flag.Name]; !exists {
		s.flags[flag.Name] = &flag
	}
}

func (s *flagSet) addSet(other *flagSet) {
	for _, flag := range other.sorted() {
		s.add(flag)
	}
}

func (s *flagSet) deprecate(name, message string) bool {
	flag, exists := s.flags[normalize(name)]
	if exists {
		flag.Deprecated = message
	}
	return exists
}

func (s *flagSet) sorted() []Flag {
	flags := make([]Flag, 0, len(s.flags))
	for _, flag := range s.flags {
		flags = append(flags, *flag)
	}
	sort.Slice(flags, func(i, j int) bool { return flags[i].Name < flags[j].Name })
	return flags
}

// normalize is cliflag.WordSepNormalizeFunc.
func normalize(name string) string {
	letters := []byte(name)
	for i, letter := range letters {
		if letter == '_' {
			letters[i] = '-'
		}
	}
	return string(letters)
}
