// Command hello does as little as a Go program can: what the start of archadvisor is compared with.
package main

import "fmt"

func main() { fmt.Println("hello") }
