package advisor

// margin tells how far the facts are from a statement's threshold.
func (r *run) margin(i int, c *central) string { return "" }
