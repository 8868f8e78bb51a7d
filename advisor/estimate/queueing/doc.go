// Package queueing is the mathematics of waiting, chains, cold starts and redundancy:
// laws with their sources, which know no cloud, no price and no profile.
package queueing
