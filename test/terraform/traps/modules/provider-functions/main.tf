# A function of a provider cannot be run: its value is not known, and all the rest is rendered.
resource "local_file" "asked" {
  filename = "asked.txt"
  content  = provider::time::rfc3339_parse("2020-01-01T00:00:00Z").year
}

resource "local_file" "beside" {
  filename = "beside.txt"
  content  = "beside"
}
