// Package report is the HTML page: one self-contained file, without scripts and
// without anything from elsewhere, that says what `explain` says, draws it, and
// shows for every figure what it rests on, on hover and as a footnote. Several
// profiles get a portfolio first: what is worth a talk, and what they share.
package report
