package session

import (
	"testing"

	"archadvisor/advisor/profile"
)

// A component that is added inherits, has answers of its own, is copied and removed,
// and every step is taken back and made again.
func TestComponents(t *testing.T) {
	p := profile.New("shop")
	if err := p.Set(profile.Engineers, profile.Number(9)); err != nil {
		t.Fatal(err)
	}
	s, _, err := New(p, Folder{}, "").Add("thumbnails", -1)
	if err != nil || s.Component() != "thumbnails" || s.Name() != "shop" || !s.Inherits(profile.Engineers) || s.Status(profile.Engineers) != Answered {
		t.Fatalf("%v: %q of %q", err, s.Component(), s.Name())
	}
	give := func(id profile.ID, v profile.Value) {
		t.Helper()
		if s, _, err = s.Give(Given{id, v}); err != nil {
			t.Fatal(err)
		}
	}
	own := func(i int) *profile.Profile { return s.Profile().Components()[i] }
	give(profile.Engineers, profile.Number(2))
	if s.Inherits(profile.Engineers) || own(0).Get(profile.Engineers).Low != 2 || s.Profile().Get(profile.Engineers).Low != 9 {
		t.Error("an answer of a component is not its own")
	}
	give(profile.Engineers, profile.Value{})
	if !s.Inherits(profile.Engineers) || s.Value(profile.Engineers).Low != 9 || own(0).Known(profile.Engineers) {
		t.Error("an answer that is taken back is not inherited again")
	}
	give(profile.Engineers, profile.Number(2))
	give(profile.PeakRPS, profile.Number(50))
	if _, _, err := s.Focus(-1).Give(Given{profile.MeanRPS, profile.Number(100)}); err == nil {
		t.Error("an answer for the system contradicts what a component states")
	}
	give(profile.PeakRPS, profile.Value{})
	if back, errs := profile.Decode(profile.Encode(s.Profile()), "x"); errs != nil || !back[0].Equal(s.Profile()) {
		t.Errorf("what is saved is not what is read: %v", errs)
	}
	if q, err := s.With(Given{profile.MeanRPS, profile.Number(3)}); err != nil || !q.Components()[0].Known(profile.MeanRPS) || q.Known(profile.MeanRPS) {
		t.Errorf("a preview is not of the system: %v", err)
	}
	if s, _, err = s.Add("mails", 0); err != nil || own(1).Get(profile.Engineers).Low != 2 {
		t.Fatalf("a copy: %v", err)
	}
	if _, _, err := s.Give(Given{profile.Name, profile.Words("thumbnails")}); err == nil {
		t.Error("two components have one name")
	}
	if _, _, err := s.Add("mails", -1); err == nil {
		t.Error("a second one of that name was added")
	}
	full := s.Profile()
	if s, _, err = s.Remove(0); err != nil || s.Component() != "" || len(s.Profile().Components()) != 1 || own(0).Name() != "mails" {
		t.Fatalf("removed: %v", err)
	}
	give(profile.Engineers, profile.Number(12))
	last := s.Profile()
	s, _, _ = s.Undo()
	if s, _, _ = s.Undo(); !s.Profile().Equal(full) {
		t.Error("undo does not bring a component back")
	}
	for s.Changes() > 0 {
		s, _, _ = s.Undo()
	}
	if !s.Profile().Equal(p) || s.Component() != "" {
		t.Error("undo does not lead back to the beginning")
	}
	for range 9 {
		s, _, _ = s.Redo()
	}
	if !s.Profile().Equal(last) {
		t.Error("redo does not lead to the end")
	}
}

// A draft keeps the components whatever is asked about.
func TestDraftOfComponents(t *testing.T) {
	store := Folder{t.TempDir()}
	s, effect, err := New(profile.New("shop"), store, "d").Add("mails", -1)
	if err == nil {
		err = effect.Do()
	}
	if err != nil {
		t.Fatal(err)
	}
	s, effect, err = s.Give(Given{profile.MeanRPS, profile.Number(3)})
	if err == nil {
		err = effect.Do()
	}
	if err != nil {
		t.Fatal(err)
	}
	back, err := Resume(store, "d")
	if err != nil || !back.Profile().Equal(s.Profile()) || back.Component() != "" || len(back.Profile().Components()) != 1 {
		t.Errorf("%v: %s", err, profile.Encode(back.Profile()))
	}
}
