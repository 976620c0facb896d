module windtunnel/component-source

go 1.26.0
