// Package record is the paper: it writes a decision down in the form that the readers of decision records
// expect, reads such a record back, and says whether what it recommends still holds.
//
// It is not a file system: it writes bytes, reads from fs.FS and leaves files, locks and folders to its
// caller. It decides nothing either: every figure comes from an explain.Explanation, every threshold from its
// flips.
//
//	data, err := record.Write(record.MADR, explanation, profile, record.Meta{
//		Number: 1, Date: "2026-11-23",
//	})
//	back, err := record.Parse(data, "0001-adopt-a-modular-monolith.md")
//
// The exact shapes, and which program reads which of them, are restated as tests in this package
// (readers_test.go): adr-tools, log4brains, MADR, Structurizr, Backstage, adr-log, adr-viewer, adrs,
// phodal/adr and madr-lint.
//
// # Untrusted text
//
// Names, titles and people come from strangers. A Document holds them as printable lines; templates write
// them by the functions of package markup.
//
// # Own templates
//
// WriteTemplate takes a text/template; its data is a *Document, all of it plain text.
package record
