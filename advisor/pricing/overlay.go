package pricing

// Overlay returns a catalogue with the prices of a file laid over this one; on
// any error it returns all of them and no catalogue.
func (c *Catalogue) Overlay(name string, data []byte) (*Catalogue, []error) {
	return c, nil
}
