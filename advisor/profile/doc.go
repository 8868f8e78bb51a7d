// Package profile holds the question: what a user tells the advisor about one workload. It owns the one table
// of fields (fields.toml, a row per field), the TOML codec with positions and suggestions, the units that
// people write, the rules between fields, and the sampler that draws what is unknown from its prior, given
// everything that is known.
//
// Unknown is a value, never a silent default: a field that nobody answered is Open, and a Sampler draws it
// from its conditional prior. A number may also be a range, [low, high].
//
//	profiles, errs := profile.Decode(data, "shop.toml")
//	if len(errs) > 0 {
//		return errs // "shop.toml:4:1: unknown key "enginers" in [team]; did you mean "engineers"?"
//	}
//	s := profile.NewSampler(profiles[0], seed)
//	var pt profile.Point
//	s.Draw(17, &pt)     // draw 17, the same for every profile
//
// It knows nothing of architectures beyond their names, prices, models, rules or screens.
package profile
