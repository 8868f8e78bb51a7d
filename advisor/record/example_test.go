package record_test

import (
	"fmt"

	"archadvisor/advisor/record"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/slug"
)

// Strangers' text appears as itself wherever it is put.
func ExampleInline() {
	fmt.Println(markup.Inline("<b>cheap</b> & *fast*\n# really"))
	fmt.Println(markup.YAML("Ana: lead"))
	fmt.Println(slug.Of("Straße 7: <b>now</b>!"))
	// Output:
	// \<b\>cheap\</b\> & \*fast\* # really
	// "Ana: lead"
	// strasse-7-b-now-b
}

func ExampleFileName() {
	m := record.Meta{Title: "Adopt a modular monolith", Number: 7, Date: "2026-11-23"}
	fmt.Println(record.FileName(record.MADR, m))
	fmt.Println(record.FileName(record.Log4brains, m))
	// Output:
	// 0007-adopt-a-modular-monolith.md
	// 20261123-adopt-a-modular-monolith.md
}
