# What the recorder's console has in reach: values of every kind that are not
# known before an apply.
resource "terraform_data" "unknown" {}

module "typed" {
  source = "./typed"
  value  = terraform_data.unknown.id
}

locals {
  template       = "Hello, $${name}!"
  unknown        = terraform_data.unknown.output
  unknown_text   = module.typed.text
  unknown_number = module.typed.number
  unknown_bool   = module.typed.bool
  unknown_list   = module.typed.list
  unknown_set    = module.typed.set
  unknown_map    = module.typed.map
  unknown_object = module.typed.object
}
