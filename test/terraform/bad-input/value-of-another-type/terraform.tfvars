sizes = ["one"]
