// Package noprobe keeps bubbletea v1.3.10 from asking the terminal for its background colour while packages
// initialise, which prints escape sequences and waits up to five seconds in every command that links it.
//
// It imports lipgloss only, so that Go initialises it before bubbletea (ready packages are initialised in the
// order of their paths); main imports it for this effect. The commands that draw screens find out light or dark
// for themselves.
package noprobe

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
