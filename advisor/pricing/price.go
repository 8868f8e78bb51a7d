package pricing

import "fmt"

// Price is one figure of a book with its provenance: a price, a billing
// rule, a hard limit or an assumption.
type Price struct {
	Cloud      string   // aws, gcp, azure, self-hosted, shared; assumptions for an assumption
	Service    string   // as in the book: "lambda"; "" for a limit or an assumption
	Item       string   // as in the book: "requests"
	Value      float64  // in Unit
	Low, High  float64  // bounds of an assumption; equal to Value where the source gives none
	Unit       string   // "USD/1M", "USD/h", "ms"
	Region     string   // "us-east-1"
	Sources    []string // who says so: ids of sources; of an overlay, its own words
	AsOf       string   // YYYY, YYYY-MM or YYYY-MM-DD as the source gives it, or "undated"
	Confidence string   // verified, derived, other_region, memory, overlay; measured, published, assumption
}

// Flagged says that the figure should carry a mark wherever it is shown: it was
// written from memory or seen for another region only.
func (p *Price) Flagged() bool {
	return p.Confidence == "memory" || p.Confidence == "other_region"
}

// Name is the price's full name, "aws lambda requests".
func (p *Price) Name() string {
	if p.Service == "" {
		return p.Cloud + " " + p.Item
	}
	return p.Cloud + " " + p.Service + " " + p.Item
}

// MissingError says that no book has the price, limit or assumption asked for.
type MissingError struct {
	Kind                 string // "price", "billing rule", "limit" or "assumption"
	Cloud, Service, Item string
	nearest              func() string // an item that exists, or ""; looked for if it is told
}

// Error names what is missing and the nearest name that exists.
func (e *MissingError) Error() string {
	p := Price{Cloud: e.Cloud, Service: e.Service, Item: e.Item}
	near := ""
	if e.nearest != nil { // nobody may ask
		near = e.nearest()
	}
	if near == "" {
		return fmt.Sprintf("no %s for %s", e.Kind, p.Name())
	}
	return fmt.Sprintf("no %s for %s (did you mean %s?)", e.Kind, p.Name(), near)
}
