// Package mixture decides a system by its components: which of them are built and run together, which are
// better on their own, what the whole then costs, and how that compares with everything in one style.
//
// A component leaves the main part only if its own leader is another style with at least the probability of a
// plain recommendation, or a gate rules the main style out for it, and the whole does not get dearer by more
// than the pack allows. What is coupled stays together unless a gate parts it.
//
// Components of one style share one fleet, load balancer, pipeline and rota: they are estimated as one
// profile, see Join. Each further style has its own.
package mixture
