package module

import (
	"slices"
	"strings"
	"testing"
)

// machines stand in every configuration of TestReads.
const machines = `
variable "i" { default = 0 }
resource "cloud_machine" "c" { count = 2 }
resource "cloud_machine" "m" { for_each = toset(["a", "b"]) }
data "cloud_image" "os" {}
`

func TestReads(t *testing.T) {
	for name, test := range map[string]struct{ config, want string }{
		"plain":                  {`output "o" { value = cloud_machine.c.ip }`, "cloud_machine.c: ip"},
		"index":                  {`output "o" { value = cloud_machine.c[0].ip }`, "cloud_machine.c: ip"},
		"key":                    {`output "o" { value = cloud_machine.m["a"].ip }`, "cloud_machine.m: ip"},
		"computed index":         {`output "o" { value = cloud_machine.c[var.i].ip }`, "cloud_machine.c: ip"},
		"index that is read":     {`output "o" { value = cloud_machine.c[cloud_machine.m["a"].rank].ip }`, "cloud_machine.c: ip; cloud_machine.m: rank"},
		"splat":                  {`output "o" { value = cloud_machine.c.*.ip }`, "cloud_machine.c: ip"},
		"full splat":             {`output "o" { value = cloud_machine.c[*].nic[0].ip }`, "cloud_machine.c: nic.ip"},
		"splat in splat":         {`output "o" { value = cloud_machine.c[*].nic[*].ip }`, "cloud_machine.c: nic.ip"},
		"legacy index":           {`output "o" { value = cloud_machine.c.0.ip }`, "cloud_machine.c: ip"},
		"data source":            {`output "o" { value = data.cloud_image.os.id }`, "data.cloud_image.os: id"},
		"nested beside parent":   {`output "o" { value = [cloud_machine.c[0].nic, cloud_machine.c[0].nic.0.ip, cloud_machine.c[0].nicety] }`, "cloud_machine.c: nic.ip nicety"},
		"template":               {`output "o" { value = "http://${cloud_machine.c[0].ip}:80" }`, "cloud_machine.c: ip"},
		"directives":             {"output \"o\" { value = \"%{ for m in cloud_machine.c }${m.ip}%{ if m.up }x%{ endif }%{ endfor }\" }", "cloud_machine.c: ip up"},
		"element":                {`output "o" { value = element(cloud_machine.c, cloud_machine.m["a"].rank).ip }`, "cloud_machine.c: ip; cloud_machine.m: rank"},
		"one":                    {`output "o" { value = one(cloud_machine.c).ip }`, "cloud_machine.c: ip"},
		"one of splat":           {`output "o" { value = one(cloud_machine.c[*].ip) }`, "cloud_machine.c: ip"},
		"values":                 {`output "o" { value = values(cloud_machine.m)[*].ip }`, "cloud_machine.m: ip"},
		"try":                    {`output "o" { value = try(cloud_machine.c[0].ip, cloud_machine.c[0].name, "") }`, "cloud_machine.c: ip name"},
		"try of whole":           {`output "o" { value = try(cloud_machine.c[0], cloud_machine.m["a"]).ip }`, "cloud_machine.c: ip; cloud_machine.m: ip"},
		"concat and slice":       {`output "o" { value = slice(concat(cloud_machine.c, values(cloud_machine.m)), 0, 2)[*].ip }`, "cloud_machine.c: ip; cloud_machine.m: ip"},
		"coalesce and condition": {`output "o" { value = (var.i == 0 ? cloud_machine.c[0] : data.cloud_image.os).id }`, "cloud_machine.c: id; data.cloud_image.os: id"},
		"zipmap":                 {`output "o" { value = zipmap(cloud_machine.c[*].name, cloud_machine.c)["x"].ip }`, "cloud_machine.c: ip name"},
		"lookup":                 {`output "o" { value = lookup(cloud_machine.m, "a", data.cloud_image.os).id }`, "cloud_machine.m: id; data.cloud_image.os: id"},
		"length":                 {`output "o" { value = length(cloud_machine.c) }`, ""},
		"length of attribute":    {`output "o" { value = length(cloud_machine.c[0].nics) }`, "cloud_machine.c: nics"},
		"for":                    {`output "o" { value = [for m in cloud_machine.c : m.ip if m.up] }`, "cloud_machine.c: ip up"},
		"for with key":           {`output "o" { value = { for k, v in cloud_machine.m : k => v.id } }`, "cloud_machine.m: id"},
		"nested for":             {`output "o" { value = [for m in cloud_machine.c : [for n in m.nic : n.ip]] }`, "cloud_machine.c: nic.ip"},
		"result of for":          {`output "o" { value = [for m in cloud_machine.c : m][0].ip }`, "cloud_machine.c: ip"},
		"map of for":             {`output "o" { value = { for m in cloud_machine.c : m.name => m }.first.ip }`, "cloud_machine.c: ip name"},
		"shadowed name":          {`output "o" { value = [for cloud_machine in [{ c = { ip = 1 } }] : cloud_machine.c.ip] }`, ""},
		"object":                 {`output "o" { value = { a = cloud_machine.c[0], b = data.cloud_image.os }.a.ip }`, "cloud_machine.c: ip"},
		"object key":             {`output "o" { value = { (cloud_machine.c[0].name) = 1 } }`, "cloud_machine.c: name"},
		"merge":                  {`output "o" { value = merge({ a = cloud_machine.c[0] }, { b = data.cloud_image.os })["a"].ip }`, "cloud_machine.c: ip"},
		"whole output":           {`output "o" { value = cloud_machine.c }`, "cloud_machine.c: *"},
		"whole argument": {`module "n" {
  source = "./n"
  nodes  = cloud_machine.c
}`, "cloud_machine.c: *"},
		"whole to a function": {`output "o" { value = jsonencode(cloud_machine.c) }`, "cloud_machine.c: *"},
		"template variables":  {`output "o" { value = templatefile("x", { ips = cloud_machine.c.*.ip }) }`, "cloud_machine.c: ip"},
		"alias": {`locals { nodes = cloud_machine.c }
output "o" { value = local.nodes[0].ip }`, "cloud_machine.c: ip"},
		"alias of alias": {`locals {
  nodes = cloud_machine.c
  all   = { cs = local.nodes }
  again = local.all
}
output "o" { value = local.again.cs[0].ip }`, "cloud_machine.c: ip"},
		"alias in a circle": {`locals {
  a = [local.b, cloud_machine.c]
  b = local.a
}
output "o" { value = local.b[0].ip }`, ""},
		"unused alias": {`locals { nodes = cloud_machine.c }`, ""},
		"each.value": {`resource "cloud_record" "r" {
  for_each = cloud_machine.m
  name     = each.key
  address  = each.value.ip
}`, "cloud_machine.m: ip"},
		"each.value of a module": {`module "n" {
  source   = "./n"
  for_each = cloud_machine.m
  ip       = each.value.ip
}`, "cloud_machine.m: ip"},
		"dynamic": {`resource "cloud_pool" "p" {
  dynamic "member" {
    for_each = cloud_machine.c
    content {
      address = member.value.ip
    }
  }
}`, "cloud_machine.c: ip"},
		"dynamic with iterator": {`resource "cloud_pool" "p" {
  dynamic "member" {
    for_each = cloud_machine.c[0].nic
    iterator = nic
    content {
      address = nic.value.ip
      dynamic "port" {
        for_each = nic.value.ports
        content {
          number = port.value.number
        }
      }
    }
  }
}`, "cloud_machine.c: nic.ip nic.ports.number"},
		"self": {`resource "cloud_machine" "s" {
  connection {
    host = self.public_ip
  }
  provisioner "file" {
    content = self.name
    connection {
      host = self.nic[0].ip
    }
  }
  lifecycle {
    postcondition {
      condition     = self.up
      error_message = "Down: ${self.reason}."
    }
  }
}`, "cloud_machine.s: name nic.ip public_ip reason up"},
		"provider and count": {`provider "other" { host = cloud_machine.c[0].endpoint }
resource "other_thing" "t" { count = cloud_machine.c[0].size }`, "cloud_machine.c: endpoint size"},
		"no such resource": {`output "o" { value = cloud_machine.typo.ip }`, ""},
		"JSON": {`
-- more.tf.json --
{"output": {"o": {"value": "${cloud_machine.c[0].ip}"}}, "resource": {"cloud_pool": {"p": {"member": [{"address": "${data.cloud_image.os.id}"}]}}}}`,
			"cloud_machine.c: ip; data.cloud_image.os: id"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			reads := Reads(loadSound(t, machines+test.config))
			for _, key := range sortedKeys(reads) {
				got = append(got, key+": "+strings.Join(reads[key], " "))
			}
			want := strings.Split(test.want, "; ")
			if test.want == "" {
				want = nil
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
