// Package view is the contract between the router and the screens: the one
// interface that every view has, what a view is given and the messages that
// they exchange. It draws nothing and knows no view.
//
// Update decides, View only draws. What takes milliseconds (the engine) or
// touches the disk is a tea.Cmd. A view numbers its requests with a Task and
// ignores an answer that is not to the last one. Messages that a view sends
// itself reach every view, so their types are its own.
//
// What can be done has a name in the table that Keys returns. The router matches
// what is pressed and sends the name, as the palette does, so that help can
// never lie.
//
// Text from a profile or a pack goes through profile.Clean before it is drawn.
package view
