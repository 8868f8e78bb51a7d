package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui/batch"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/settings"
	"archadvisor/ui/view"
)

func newResume(s Streams) *cobra.Command {
	var names bool
	var o common
	resume := s.runs(&o, func(ctx context.Context) error {
		return runInterview(ctx, &o, func(*engine) (session.Session, string, error) {
			return resumed(strings.Join(o.args, ""))
		}, func(*view.Config) {})
	})
	c := &cobra.Command{Use: "resume [DRAFT]", Short: "Continue the last unfinished questionnaire", Args: takes(0, 1, "one DRAFT"),
		ValidArgsFunction: offers(draftNames),
		RunE: func(c *cobra.Command, args []string) error {
			if names {
				return listDrafts(s.Out)
			}
			return resume(c, args)
		}}
	c.Flags().BoolVar(&names, "list", false, "list the drafts, newest first")
	interviewFlags(c.Flags())
	return c
}

// resumed is the interview of a draft, of the newest if none is named, and the
// file that holds its answers, if one does.
func resumed(name string) (session.Session, string, error) {
	store := drafts()
	if store.Path == "" {
		return session.Session{}, "", usage("there is no home folder to keep drafts in")
	}
	list, err := store.List()
	if err != nil {
		return session.Session{}, "", err
	}
	if len(list) == 0 {
		return session.Session{}, "", usage("there is no questionnaire to go on with; archadvisor starts one")
	}
	if name == "" {
		name = list[0].Name
	}
	found, err := session.Resume(store, name)
	if errors.Is(err, session.ErrNoDraft) {
		return session.Session{}, "", usage("no draft %q%s; archadvisor resume --list names them", profile.Clean(name), didYouMean(name, draftNames()))
	}
	if err != nil {
		return session.Session{}, "", usage("%v", err)
	}
	if file := found.File(); batch.IsProfile(file) {
		return found, file, nil
	}
	return found, "", nil
}

// recent is how many questionnaires are offered, and how many are kept whose
// answers a file holds.
const recent = 9

// begunBefore are the newest questionnaires, to go on with.
func begunBefore() []view.Offer {
	store := drafts()
	store.Prune(recent)
	list, _ := store.List() // what cannot be listed is not offered
	var out []view.Offer
	for _, d := range list[:min(recent, len(list))] {
		s, err := session.Resume(store, d.Name)
		if err != nil {
			continue
		}
		title := s.Name()
		if s.File() != "" {
			title += " (" + filepath.Base(s.File()) + ")"
		}
		out = append(out, view.Offer{Title: title, About: render.Plural(s.Answers(), "answer") + ", " + d.Saved.Format("2006-01-02 15:04"),
			Open: func() (session.Session, string, error) { return resumed(d.Name) }})
	}
	return out
}

// far says how far a questionnaire is: "7 answers", "12 answers, saved in
// shop.toml".
func far(s session.Session) string {
	text := render.Plural(s.Answers(), "answer")
	if s.File() != "" {
		text += ", saved in " + filepath.Base(s.File())
	}
	return text
}

// drafts is where drafts are kept; without a home folder there are none.
func drafts() session.Folder { return session.Folder{Path: settings.StateDir()} }

func draftNames() []string {
	list, _ := drafts().List() // what cannot be listed is not offered
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.Name
	}
	return names
}

// listDrafts prints a draft a line: name, when it was kept, what it is about.
func listDrafts(w io.Writer) error {
	store := drafts()
	list, err := store.List()
	if err != nil {
		return err
	}
	for _, d := range list {
		about := "cannot be read"
		if s, err := session.Resume(store, d.Name); err == nil {
			about = profile.Clean(s.Name() + ", " + far(s))
		}
		if _, err := fmt.Fprintf(w, "%s  %s  %s\n", d.Name, d.Saved.Format("2006-01-02 15:04"), about); err != nil {
			return err
		}
	}
	return nil
}
