// Package theme holds what the screens look like, as data: keys with their
// help, colours, glyphs and boxes. It knows nothing of what is shown.
//
// Colours come from the palette of Okabe and Ito, which readers with any
// common colour blindness can tell apart; on light backgrounds darker twins
// with a contrast of at least 4.5 to 1 stand in. No state is told by colour
// alone: each has a glyph too, since NO_COLOR drops bold and reverse as well.
//
// Boxes are split, never subtracted from:
//
//	rows := theme.Box{W: 80, H: 24}.Rows(1, 0, 1) // header, the rest, help bar
//	out := t.Frame(rows[1], "Ranking", body, true)
package theme
