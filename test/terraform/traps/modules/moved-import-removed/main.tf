# Blocks about the state change nothing of what machines get.
moved {
  from = local_file.old
  to   = local_file.told
}

import {
  to = local_file.told
  id = "anything"
}

removed {
  from = aws_instance.gone
  lifecycle {
    destroy = false
  }
}

resource "local_file" "told" {
  filename = "told.txt"
  content  = "still here"
}
