// Package ui is the router of the screens: what holds in all of them, the
// window, the messages between them, and what lies on top (help, lists to pick
// from, the question where to save). It draws no view of its own; the views are
// the rows of the table in table.go, and package view is what they have in
// common.
//
// A new view is a package with a constructor
//
//	func New(cfg *view.Config) view.View
//
// and a row in the table: its name, its key, what it is good for, its help.
//
// The keys of view.GlobalKeys belong to the router, and so does ctrl+c. While a
// view takes a key as text, no command hides behind it.
package ui
