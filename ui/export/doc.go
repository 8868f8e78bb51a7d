// Package export is the form in which a decision record is asked for, with its
// preview. It writes nothing itself: Config.Export does.
package export
