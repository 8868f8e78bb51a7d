package session

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

func TestDraftHoldsEveryAnswer(t *testing.T) {
	store := Folder{filepath.Join(t.TempDir(), "drafts")}
	s := alive(t, New(profile.New("shop"), store, "one")).to(profile.Engineers)
	answer(t, s, profile.Number(8))
	s.to(profile.MeanRPS).DontKnow()
	s.Next()
	answer(t, s, choice(profile.Pattern, "bursty"))
	if !s.Kept() {
		t.Fatal("the answers are not kept")
	}
	// The program is killed here: nothing else is written.
	again, err := Resume(store, "one")
	if err != nil {
		t.Fatal(err)
	}
	if !again.Profile().Equal(s.Profile()) {
		t.Error("the answers differ")
	}
	wantAt(t, alive(t, again), profile.BudgetMonthlyUSD)
	if again.Status(profile.MeanRPS) != Unknown {
		t.Error("the I don't know was forgotten")
	}
	if back, ok := again.Back(); !ok || back.Current() != profile.Pattern {
		t.Errorf("back leads to %s", back.Current())
	}
}

func TestDraftKeepsThePosition(t *testing.T) {
	store := Folder{t.TempDir()}
	s := alive(t, New(profile.New("shop"), store, "one")).to(profile.Engineers)
	answer(t, s, profile.Number(8))
	s.Back()
	if err := s.Answer(profile.Number(9)); err != nil {
		t.Fatal(err)
	}
	again, err := Resume(store, "one")
	if err != nil {
		t.Fatal(err)
	}
	wantAt(t, alive(t, again), profile.Operators) // the one after the answer that was kept last
	if got := again.Value(profile.Engineers); got.Low != 9 {
		t.Errorf("engineers are %v", got.Low)
	}
}

func TestSeveralDrafts(t *testing.T) {
	dir := t.TempDir()
	store := Folder{dir}
	now := time.Date(2026, 11, 23, 12, 4, 0, 0, time.UTC)
	for i, name := range []string{"first", "second"} {
		draft := Fresh(now.Add(time.Duration(i) * time.Second))
		s := alive(t, New(profile.New(name), store, draft)).to(profile.Engineers)
		answer(t, s, profile.Number(8))
		when := now.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(filepath.Join(dir, draft+".toml"), when, when); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "Not A Draft.toml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := store.List()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 {
		t.Fatalf("drafts: %v", list)
	}
	found, err := Resume(store, list[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	newest := alive(t, found)
	if newest.Name() != "second" {
		t.Errorf("the newest draft is of %s", newest.Name())
	}
	if err := newest.Filed("/home/ana/second.toml"); err != nil {
		t.Fatal(err)
	}
	again, err := Resume(store, list[0].Name)
	if err != nil || again.File() != "/home/ana/second.toml" || again.Value(profile.Engineers).Low != 8 {
		t.Errorf("what was saved is not found again: %q, %v", again.File(), err)
	}
	if err := newest.Set(profile.Teams, profile.Number(2)); err != nil || newest.File() != "" {
		t.Errorf("answers that no file holds count as saved: %q, %v", newest.File(), err)
	}
}

func TestStoreRefusesPaths(t *testing.T) {
	store := Folder{t.TempDir()}
	for _, name := range []string{"", "../x", "a/b", "a.b", "A"} {
		if err := store.Save(name, nil); err == nil {
			t.Errorf("saved a draft named %q", name)
		}
	}
	if list, err := (Folder{filepath.Join(t.TempDir(), "none")}).List(); err != nil || len(list) != 0 {
		t.Errorf("a folder that is not there: %v, %v", list, err)
	}
}

func TestBrokenDraft(t *testing.T) {
	store := Folder{t.TempDir()}
	if err := store.Save("bad", []byte("# archadvisor draft 1\nschema = 1\nname = ")); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(store, "bad"); err == nil {
		t.Error("resumed a draft that cannot be read")
	}
	text := `# archadvisor draft 2 {"seen":["team.engineers","no.such","team"],"unknown":["team.engineers"],"at":"team.nothing"}` + "\nschema = 1\nname = \"x\"\n"
	if err := store.Save("old", []byte(text)); err != nil {
		t.Fatal(err)
	}
	s, err := Resume(store, "old")
	if err != nil {
		t.Fatal(err)
	}
	wantAt(t, alive(t, s), profile.Interaction)
}

func TestDiskFault(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := alive(t, New(profile.New("shop"), Folder{filepath.Join(file, "drafts")}, "one")).to(profile.Engineers)
	answer(t, s, profile.Number(8))
	if s.Keeping() || s.Kept() {
		t.Error("a draft that could not be written counts as kept")
	}
	if got := s.Value(profile.Engineers); got.Low != 8 {
		t.Error("the answer was lost with the draft")
	}
}

// TestLastEffectStands: effects are done beside one another, in any order.
func TestLastEffectStands(t *testing.T) {
	store := Folder{t.TempDir()}
	s := New(profile.New("shop"), store, "one").Jump(profile.Engineers)
	first, one, err := s.Answer(profile.Number(8))
	if err != nil {
		t.Fatal(err)
	}
	second, two, err := first.Answer(profile.Number(9))
	if err != nil {
		t.Fatal(err)
	}
	if second = second.Did(two, two.Do()); !second.Kept() {
		t.Error("the last answer is on disk and does not count as kept")
	}
	if second = second.Did(one, one.Do()); !second.Kept() {
		t.Error("an older effect counts more than the last one")
	}
	again, err := Resume(store, "one")
	if err != nil || again.Value(profile.Engineers).Low != 9 {
		t.Errorf("an older draft replaced the newer one: %v", err)
	}
	third, three := second.Filed("/shop.toml")
	if third.Kept() {
		t.Error("what was not done yet counts as done")
	}
	if err := three.Do(); err != nil {
		t.Fatal(err)
	}
	if err := two.Do(); err != nil {
		t.Fatal(err)
	}
	if again, err := Resume(store, "one"); err != nil || again.File() != "/shop.toml" {
		t.Errorf("an older effect undid a later one: %v", err)
	}
}

// A sheet that was begun is found again, whole.
func TestDraftKeepsASheet(t *testing.T) {
	store := Folder{t.TempDir()}
	s := alive(t, New(profile.New("shop"), store, "one")).to(profile.Engineers)
	answer(t, s, profile.Number(6))
	s.Jump(profile.Engineers)
	one := s.Session
	one.from, one.at, one.seen = -1, len(one.seen), append(one.seen, profile.SecurityIsolation)
	for _, id := range []profile.ID{profile.SecurityIsolation, profile.SeveralLanguages, profile.FailureIsolation} {
		one.sheet = append(one.sheet, explain.OpenGate{Fields: []profile.ID{id}, Within: profile.Flag(false)})
	}
	one, effect := one.Filed("")
	if err := effect.Do(); err != nil {
		t.Fatal(err)
	}
	again, err := Resume(store, "one")
	if err != nil || !slices.Equal(again.Sheet(), one.Sheet()) || !again.Facts() {
		t.Errorf("resumed at %s with sheet %v: %v", again.Current(), again.Sheet(), err)
	}
}
