// Package git measures what the history of a repository tells of those who work on
// it and of how its parts hang together: people, growth, teams, releases, modules
// and which of them change together. It runs the git program, reads what is there,
// changes nothing, lets nothing leave the machine, and names no person.
package git
