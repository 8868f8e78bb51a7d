// Package result is the answer as a screen: the recommendation, the explanation
// as a tree, and all there is to say about the line under the cursor. It changes
// no answer.
package result
