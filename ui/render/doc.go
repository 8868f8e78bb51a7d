// Package render prints results: rows of profiles and of records, statements of
// the rules and reports about them, as table, text, Markdown, CSV, JSON or JUnit.
package render
