// Package ui draws the screens: the questionnaire with its live ranking, and
// the views of the answer. It decides nothing about architectures and writes no
// files; the session holds the answers, and what touches the disk is handed in
// as functions of Config. Run is the drawn program, RunAccessible the same
// interview as plain lines.
//
// # Views
//
// ui.go routes: what holds everywhere, the window size, results of commands,
// then the view in front. A view is a concrete struct, kept by value in Model,
// with these methods, which is all that ui.go, view.go and views.go use of it:
//
//	func newChart(cfg *Config) chartModel
//	func (m chartModel) Update(msg tea.Msg) (chartModel, tea.Cmd)
//	func (m chartModel) View() string                   // exactly the size given
//	func (m chartModel) SetSize(b theme.Box) chartModel // the space between header and help bar
//	func (m chartModel) Keys() theme.Keys               // for the bar, help, palette and matching
//	func (m chartModel) Typing() bool                   // a text field has the focus
//
// What comes in through Update, beside messages that a view sent itself (they
// reach every view, whichever is in front, so their types must be its own):
//
//	explainedMsg  the answers and their explanation; nil while it is computed
//	shownMsg      which view is in front: what is slow waits until it is seen
//	tea.KeyMsg    only for the view in front, and no key that the root took
//	actionMsg     a name from Keys, picked in the palette: do the same as the key
//
// What a view sends up, as a tea.Cmd made by send(msg):
//
//	noteMsg       a line for the status bar
//	copyMsg       text for the clipboard
//	editMsg       go to a question of the interview
//	viewMsg       show another view
//	saveMsg       save answers under a new name
//
// A view matches keys by name, so that help can never lie, and does so for the
// palette too:
//
//	case tea.KeyMsg:
//		return m.act(chartKeys.Match(msg.String()))
//	case actionMsg:
//		return m.act(msg.name)
//
// Update decides, View only draws: no clock, no engine, no files in View. The
// engine is slow (milliseconds): call it in a tea.Cmd, through Config.Engine,
// with a clone of the answers. Number a request, and ignore an answer that is
// not to the last one.
//
// The keys of globalKeys (1 to 5, 0, esc, q, ?, f1, /, y, ctrl+…) belong to the
// root. While Typing is true, characters are the view's, and the rest of them
// still the root's.
//
// Lines are never wider than the box and never more than its height: end View
// with theme.Fit or Theme.Frame. Text from a profile or a pack goes through
// profile.Clean before it is drawn.
package ui
