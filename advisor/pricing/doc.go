// Package pricing holds the prices and is the only place that multiplies one: dated, sourced price books for three
// clouds and for rented servers, and the tariffs that turn quantities into the line items of a bill. It knows no
// architecture, sizes nothing and reads no clock.
//
// A book is embedded TOML (books/*.toml): prices with unit, region, source, date and confidence; tiers over those
// prices; billing rules (steps, minimums, units); hard limits; the tariffs and the sizes of machines, containers and
// databases that a cloud sells; and, in a book of their own, the sizing assumptions. A price that is missing is a bug
// of this program, never zero.
//
//	catalogue := pricing.Load()
//	list := catalogue.List("aws")
//	var used pricing.Quantities
//	used.Add(pricing.FunctionRequests, 3e6)
//	used.Add(pricing.FunctionMemory, 540_000)
//	for _, line := range list.Lines(&used) {
//		fmt.Println(line.Tariff, line.Quantity, line.Unit, line.MonthlyUSD)
//	}
package pricing
