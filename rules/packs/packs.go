// Package packs holds the core pack: the criteria, measures, rules, gates, settings and tests that the program is
// shipped with, and the strengths that were learned for it. It is data only, one TOML file per criterion; the format is
// described in package rules.
//
//	pack, issues := rules.Load(packs.Core())
package packs

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed *.toml
var files embed.FS

// StrengthsFile is the name of the file of strengths among the files of the pack.
const StrengthsFile = "strengths.toml"

//go:embed strengths.toml
var strengths []byte

// Core returns the files of the core pack, all in the root of the file system.
func Core() fs.FS { return core{files} }

// Strengths is the text of the strengths that were learned for the core pack.
func Strengths() []byte { return slices.Clone(strengths) }

// core is the files without the strengths, which are no part of a pack.
type core struct{ embed.FS }

// ReadDir lists a folder.
func (c core) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := c.FS.ReadDir(name)
	return slices.DeleteFunc(list, func(e fs.DirEntry) bool { return e.Name() == StrengthsFile }), err
}
