// Package whatif changes answers on trial: sliders on one side, what becomes of
// the decision on the other. The answers of the interview stay as they are.
package whatif
