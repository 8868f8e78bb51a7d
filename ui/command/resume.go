package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/settings"
	"archadvisor/ui/view"
)

func newResume(s Streams) *cobra.Command {
	var names bool
	var o common
	resume := s.runs(&o, func(ctx context.Context) error {
		return runInterview(ctx, &o, func(*engine) (session.Session, string, error) {
			draft, err := resumed(strings.Join(o.args, ""))
			return draft, "", err
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

// resumed is the interview of a draft, of the newest if none is named.
func resumed(name string) (session.Session, error) {
	store := drafts()
	if store.Path == "" {
		return session.Session{}, usage("there is no home folder to keep drafts in")
	}
	list, err := store.List()
	if err != nil {
		return session.Session{}, err
	}
	if len(list) == 0 {
		return session.Session{}, usage("there is no unfinished questionnaire; archadvisor starts one")
	}
	if name == "" {
		name = list[0].Name
	}
	found, err := session.Resume(store, name)
	if errors.Is(err, session.ErrNoDraft) {
		return session.Session{}, usage("no draft %q%s; archadvisor resume --list names them", profile.Clean(name), didYouMean(name, draftNames()))
	}
	if err != nil {
		return session.Session{}, usage("%v", err)
	}
	return found, nil
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
			done, total := s.Progress()
			about = fmt.Sprintf("%s, %d of %d questions", profile.Clean(s.Name()), done, total)
		}
		if _, err := fmt.Fprintf(w, "%s  %s  %s\n", d.Name, d.Saved.Format("2006-01-02 15:04"), about); err != nil {
			return err
		}
	}
	return nil
}
