package record_test

import (
	"fmt"

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
	// 'Ana: lead'
	// strasse-7-b-now-b
}
