// Package packs holds the core pack: the criteria, measures, rules, gates,
// settings and tests that the program is shipped with. It is data only, one
// TOML file per criterion; the format is described in package rules.
//
//	pack, issues := rules.Load(packs.Core(), "*.toml")
package packs

import (
	"embed"
	"io/fs"
)

//go:embed *.toml
var files embed.FS

// Core returns the files of the core pack, all in the root of the file system.
func Core() fs.FS { return files }
