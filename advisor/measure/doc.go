// Package measure holds facts that were measured instead of answered: values of
// profile fields, each with where it comes from. It writes them as a fragment of
// a profile, and puts them into one without disturbing what stands there.
//
//	f := measure.Fragment{Facts: []measure.Fact{{ID: profile.MeanRPS, Value: profile.Number(3.1), Note: "counted, 14 days"}}}
//	f.TOML()                            // [load] mean_rps = 3.1  # measured: counted, 14 days
//	f.Into(text, "shop.toml", false)    // the text of the profile with what it did not state
//
// What is measured, and how, is the matter of the packages below: logs, git, bill.
package measure
