// Package pricing holds the prices: dated, sourced price books for three
// clouds and for rented servers, and the arithmetic of a bill. It knows no
// architecture, sizes nothing and reads no clock.
//
// A book is embedded TOML (books/*.toml): prices with unit, region, source,
// date and confidence; tier tables over those prices; billing quirks (steps,
// minimums, units); hard limits; and, in a book of their own, the sizing
// assumptions. A price that is missing is a *MissingError that names it, never
// zero.
//
//	c, err := pricing.Load()
//	rates, err := c.Lambda("arm64")
//	bill := rates.Bill(pricing.LambdaUse{Requests: 3e6, DurationMillis: 120, MemoryMB: 1536})
//	fmt.Println(bill.Total(), bill.Lines[0].Source)
//
// Every kind of bill has three ways in, which agree to the last bit:
// Rates.Cost(Use) is one number without allocation, for a model that asks a
// million times; Rates.Bill(Use) is line items with their provenance; and
// Compute(kind, inputs) takes the inputs by name, for published bills.
package pricing
