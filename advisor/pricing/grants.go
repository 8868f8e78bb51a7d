package pricing

// WithoutGrants is the catalogue of an account whose monthly grants are used up by
// other workloads: every unit is paid from the first. The books take grants off
// wherever the provider gives them for good, once for the account; what is free in
// the first year only is never taken off. Traffic that comes with a rented server
// stays, since it is part of that server's price.
func (c *Catalogue) WithoutGrants() *Catalogue {
	n := c.clone()
	n.ungranted = true
	return n
}
