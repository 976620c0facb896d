package module

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestAllowed(t *testing.T) {
	for name, test := range map[string]struct{ condition, want string }{
		"contains":            {`contains(["b", "a"], var.x)`, `["b","a"]`},
		"contains a set":      {`contains(toset(["b", "a", "b"]), var.x)`, `["b","a"]`},
		"contains a local":    {`contains(local.known, var.x)`, `["p","q"]`},
		"lower":               {`contains(["a", "B"], lower(var.x))`, `["a"]`},
		"equal":               {`var.x == "a"`, `["a"]`},
		"or":                  {`var.x == "a" || "b" == var.x || (var.x == "c")`, `["a","b","c"]`},
		"or null":             {`var.x == null || contains(["a"], var.x)`, `["a"]`},
		"null first":          {`var.x == null ? true : contains(["a"], var.x)`, `["a"]`},
		"and with more":       {`contains(["a", "bb"], var.x) && length(var.x) > 1`, `["a","bb"]`},
		"and of two":          {`contains(["a", "b"], var.x) && contains(["b", "c"], var.x)`, `["b"]`},
		"regex":               {`can(regex("^(a|b|arm64)$", var.x))`, `["a","b","arm64"]`},
		"regex, a and common": {`can(regex("^(?:amd|arm)64$", var.x))`, `["amd64","arm64"]`},
		"regexall":            {`length(regexall("^(one|two)$", var.x)) > 0`, `["one","two"]`},
		"anytrue":             {`anytrue([var.x == "a", var.x == "b"])`, `["a","b"]`},
		"alltrue":             {`alltrue([contains(["a", "b"], var.x), var.x != "b"])`, `["a","b"]`},
		"numbers to text":     {`contains([1, 3], var.x)`, `["1","3"]`},
		"try":                 {`try(contains(["a"], var.x), false)`, `["a"]`},

		"not":               {`!contains(["a"], var.x)`, `null`},
		"unequal":           {`var.x != "a"`, `null`},
		"open or":           {`var.x == "a" || length(var.x) > 3`, `null`},
		"open list":         {`contains(["a", var.y], var.x)`, `null`},
		"of an element":     {`contains(["a"], var.x[0])`, `null`},
		"of another":        {`contains(["a"], var.y) || var.x == var.y`, `null`},
		"open regex":        {`can(regex("^(a|b)", var.x))`, `null`},
		"regex with repeat": {`can(regex("^a+$", var.x))`, `null`},
		"regex, any case":   {`can(regex("(?i)^(a|b)$", var.x))`, `null`},
		"circle":            {`contains(local.circle, var.x)`, `null`},
	} {
		t.Run(name, func(t *testing.T) {
			m := load(t, `
locals {
  known  = ["p", "q"]
  circle = toset(local.circle)
}
variable "y" {}
variable "x" {
  type = string
  validation {
    condition     = `+test.condition+`
    error_message = "No."
  }
}`)
			if got, _ := json.Marshal(Facts(m).Variables[0].Allowed); string(got) != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestAllowedOfOtherTypes(t *testing.T) {
	m := loadSound(t, `
variable "count1" {
  type = number
  validation {
    condition     = contains([1, 3, 5], var.count1)
    error_message = "Odd."
  }
  validation {
    condition     = contains([3, 5, 7], var.count1)
    error_message = "Large."
  }
}
variable "flag" {
  type = bool
  validation {
    condition     = var.flag == true
    error_message = "On."
  }
}
variable "names" {
  type = list(string)
  validation {
    condition     = alltrue([for n in var.names : contains(["a"], n)])
    error_message = "Only a."
  }
}`)
	for index, want := range []string{"[3,5]", "[true]", "null"} {
		if got, _ := json.Marshal(Facts(m).Variables[index].Allowed); string(got) != want {
			t.Errorf("%d: got %s, want %s", index, got, want)
		}
	}
}

func TestDefaults(t *testing.T) {
	for config, want := range map[string]string{
		`default = "a"`:                     `"a"`,
		`default = ["a", 1]`:                `["a",1]`,
		`default = {}`:                      `{}`,
		`default = null`:                    `null`,
		"type = number\n  default = \"12\"": `12`,
		"type = map(object({ a = optional(number, 3), b = optional(string) }))\n  default = { x = {} }": `{"x":{"a":3,"b":null}}`,
		`default = 123456789012345678901234567890`:                                                      `123456789012345678901234567890`,
		"default = <<EOT\nline\nEOT":                                                                    `"line\n"`,
	} {
		facts := Facts(loadSound(t, "variable \"x\" {\n  "+config+"\n}")).Variables[0]
		if facts.DefaultJSON == nil || *facts.DefaultJSON != want || !facts.HasDefault {
			t.Errorf("%s: got %+v, want %s", config, facts.DefaultJSON, want)
		}
	}
	if facts := Facts(loadSound(t, `variable "x" {}`)).Variables[0]; facts.HasDefault || facts.DefaultJSON != nil {
		t.Errorf("got %+v", facts)
	}
}

func TestFiles(t *testing.T) {
	m := loadSound(t, `
locals {
  plain     = file("plain.txt")
  module    = templatefile("${path.module}/butane/node.yaml", { a = file("./inner.txt") })
  again     = filebase64("butane/../plain.txt")
  exists    = fileexists("maybe.txt") ? 1 : 2
  set       = fileset("${path.module}/manifests", "**/*.yaml")
  own       = fileset(path.module, "*.json")
  computed  = file("${path.module}/${local.plain}.txt")
  outside   = file("../secret.txt")
  absolute  = file("/etc/hostname")
  root      = file("${path.root}/root.txt")
}
data "template_file" "old" {
  template = "${path.module}/resources/old.tmpl"
}`)
	want := []string{"*.json", "butane/node.yaml", "inner.txt", "manifests/**/*.yaml", "maybe.txt", "plain.txt", "resources/old.tmpl"}
	if got := Facts(m).Files; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFactsAsJSON(t *testing.T) {
	m := loadSound(t, `
terraform {
  required_providers {
    legacy = "2.0"
  }
}
variable "size" {
  description = "How many"
  type        = number
  validation {
    condition     = var.size > 0
    error_message = "At least one."
  }
}
module "net" {
  source = "./net"
  cidr   = "10.0.0.0/16"
}
data "cloud_image" "os" {}
ephemeral "cloud_token" "join" {}`)
	facts := Facts(m)
	encoded, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var seen struct {
		Variables []struct {
			Name, Type, Description string
			Validations             []struct{ Condition, Message string }
		}
		Calls []struct {
			Source      string
			Arguments   []string
			SourceRange struct{ Line, Column, EndColumn int }
		}
		Resources         []struct{ Mode, Type string }
		RequiredProviders []struct {
			Name    string
			Source  *string
			Version string
		}
		Outputs []string
	}
	if err := json.Unmarshal(encoded, &seen); err != nil {
		t.Fatal(err)
	}
	size, net, legacy := seen.Variables[0], seen.Calls[0], seen.RequiredProviders[0]
	if size.Type != "number" || size.Description != "How many" || size.Validations[0].Condition != "var.size > 0" || size.Validations[0].Message != "At least one." {
		t.Errorf("got %+v", size)
	}
	if net.Source != "./net" || !slices.Equal(net.Arguments, []string{"cidr"}) || net.SourceRange.Line != 15 || net.SourceRange.Column != 12 || net.SourceRange.EndColumn != 19 {
		t.Errorf("got %+v", net)
	}
	if legacy.Name != "legacy" || legacy.Source != nil || legacy.Version != "2.0" || len(seen.Resources) != 1 || seen.Outputs == nil {
		t.Errorf("got %s", encoded)
	}
}
