package estimate

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// TestEveryAssumptionIsRead: whoever changes a figure of the book changes what the models know.
func TestEveryAssumptionIsRead(t *testing.T) {
	was, base := newEstimator(t), pricing.Load()
	for _, p := range base.Figures()["assumption"] {
		file := fmt.Sprintf("[[assumption]]\nitem = %q\nvalue = %v", p.Item, 0.9*p.Value)
		changed, errs := base.Overlay("a.toml", []byte(file))
		if errs != nil {
			t.Fatal(errs)
		}
		is := New(changed)
		if reflect.DeepEqual(was.assume, is.assume) && reflect.DeepEqual(was.clouds, is.clouds) {
			t.Errorf("%s is not read", p.Item)
		}
	}
}

// TestOptionsOfAssumptions: lists of the book are in the order of the options of the field that picks from them.
func TestOptionsOfAssumptions(t *testing.T) {
	for name, options := range map[string][]string{"ChangeFailureRate": profile.OpsMaturity.Field().Options,
		"FailureSpread": profile.DataCoupling.Field().Options, "ColdMs": profile.Runtimes(), "RuntimeMB": profile.Runtimes(),
		"RuntimeVCPU": profile.Runtimes(), "Migration.Stage": profile.Stage.Field().Options, "Staff.Maturity": profile.OpsMaturity.Field().Options,
		"Migration.Coupling": profile.DataCoupling.Field().Options, "Staff.Experience": profile.DistributedExperience.Field().Options} {
		of, f := reflect.TypeFor[assumptions](), reflect.StructField{}
		for part := range strings.SplitSeq(name, ".") {
			f, _ = of.FieldByName(part)
			of = f.Type
		}
		if by := strings.Fields(f.Tag.Get("by")); !slices.Equal(by, options) {
			t.Errorf("%s is by %v, the options are %v", name, by, options)
		}
	}
}
