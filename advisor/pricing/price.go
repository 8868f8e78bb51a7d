package pricing

import "strings"

// Price is one figure of a book with its provenance: a price, a billing rule, a hard limit or an assumption.
type Price struct {
	Cloud      string   // aws, gcp, azure, self-hosted, shared; assumptions for an assumption
	Service    string   `toml:"service"` // as in the book: "lambda"; "" for a limit or an assumption
	Item       string   `toml:"item"`    // as in the book: "requests"
	Value      float64  `toml:"value"`   // in Unit
	Low, High  float64  // bounds of an assumption; equal to Value where the source gives none
	Unit       string   `toml:"unit"`       // "USD/1M", "USD/h", "ms"
	Region     string   `toml:"region"`     // "us-east-1"
	Sources    []string `toml:"source"`     // who says so: ids of sources; of an overlay, its own words
	AsOf       string   `toml:"as_of"`      // YYYY, YYYY-MM or YYYY-MM-DD as the source gives it, or "undated"
	Confidence string   `toml:"confidence"` // verified, derived, other_region, memory, overlay; measured, published, assumption
}

// Flagged says that the figure should carry a mark wherever it is shown: it was
// written from memory or seen for another region only.
func (p *Price) Flagged() bool { return p.Confidence == "memory" || p.Confidence == otherRegion }

// Name is the price's full name, "aws lambda requests".
func (p *Price) Name() string { return p.Cloud + " " + strings.TrimPrefix(p.Service+" "+p.Item, " ") }
