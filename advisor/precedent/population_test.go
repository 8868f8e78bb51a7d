package precedent

import "testing"

// What is invented contradicts itself no more than what people state may.
func TestPopulationIsValid(t *testing.T) {
	for i := range 400 {
		if errs := Population(7, i).Validate(); len(errs) > 0 {
			t.Errorf("%d: %v", i, errs)
		}
	}
}
