// Package fact is the namespace that rules read: profile fields, ratios of them, limits of the cloud and what the
// models say of each architecture, with units and with the fields behind each. It judges nothing.
package fact
