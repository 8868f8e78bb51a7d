package estimate

import (
	"testing"

	"archadvisor/advisor/profile"
)

// The options of constraints.cloud by which tests name a cloud.
const (
	aws = iota
	gcp
	azure
	selfHosted
	numClouds
)

// TestCloudsAreOptions: every option of the profile has shapes, in whatever order
// the table lists them.
func TestCloudsAreOptions(t *testing.T) {
	e := newEstimator(t)
	options := profile.Cloud.Field().Options
	if len(options) != len(e.clouds) || options[aws] != "aws" || options[gcp] != "gcp" || options[azure] != "azure" || options[selfHosted] != "self-hosted" {
		t.Fatalf("options %v, %d clouds", options, len(e.clouds))
	}
	for option, name := range options {
		for _, shape := range e.ShapesOf(option, Monolith) {
			if got := e.clouds[e.shapes[shape].cloud].Name; got != name {
				t.Errorf("option %s gives shapes of %s", name, got)
			}
		}
	}
}
