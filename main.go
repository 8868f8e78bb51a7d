// Command archadvisor says, with its reasons, whether a workload should be
// built as a monolith, as microservices or serverless.
package main

import (
	"os"

	"archadvisor/ui/command"
	_ "archadvisor/ui/noprobe" // before bubbletea: see its comment
)

func main() { os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
