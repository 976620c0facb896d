locals { flag = "🇩🇪 é", }
