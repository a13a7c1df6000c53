"""The slide's k-fold on Kaggle's houses (COURSE D8, D9) with the seeds 0 to 9, and the book's submission (D10) with seed 0, in PyTorch.

usage: COURSELABS_DATA=FOLDER taskset -c 0 /usr/bin/python3 house_kfold_seeds.py

The slide's program in all but this: an epoch's order of the rows is one torch.randperm from torch's own generator, where DataLoader draws
a seed for another generator first; and the text "None" is a category, as in the pandas that the slide used (331 columns, not 330).
"""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))

import pandas as pd
import torch
from peer import figure, write
from torch import nn

torch.set_num_threads(1)
house = pathlib.Path(os.environ["COURSELABS_DATA"]) / "house"
missing = {"keep_default_na": False, "na_values": ["NA", ""]}
train_data = pd.read_csv(house / "kaggle_house_pred_train.csv", **missing)
test_data = pd.read_csv(house / "kaggle_house_pred_test.csv", **missing)
all_features = pd.concat((train_data.iloc[:, 1:-1], test_data.iloc[:, 1:]))
numeric_features = all_features.dtypes[all_features.dtypes != "object"].index
all_features[numeric_features] = all_features[numeric_features].apply(lambda x: (x - x.mean()) / (x.std()))
all_features[numeric_features] = all_features[numeric_features].fillna(0)
all_features = pd.get_dummies(all_features, dummy_na=True, dtype=float)
assert all_features.shape == (2919, 331)
n_train = train_data.shape[0]
train_features = torch.tensor(all_features[:n_train].values, dtype=torch.float32)
test_features = torch.tensor(all_features[n_train:].values, dtype=torch.float32)
train_labels = torch.tensor(train_data.SalePrice.values.reshape(-1, 1), dtype=torch.float32)

loss = nn.MSELoss()
k, num_epochs, lr, weight_decay, batch_size = 5, 100, 5, 0, 64


def get_net():
    return nn.Sequential(nn.Linear(train_features.shape[1], 1))


def log_rmse(net, features, labels):
    clipped_preds = torch.clamp(net(features), 1, float("inf"))
    return torch.sqrt(loss(torch.log(clipped_preds), torch.log(labels))).item()


def train(net, X, y):
    optimizer = torch.optim.Adam(net.parameters(), lr=lr, weight_decay=weight_decay)
    for _ in range(num_epochs):
        for rows in torch.randperm(len(X)).split(batch_size):
            optimizer.zero_grad()
            l = loss(net(X[rows]), y[rows])
            l.backward()
            optimizer.step()


for seed in range(10):
    torch.manual_seed(seed)
    train_ls, valid_ls = [], []
    for i in range(k):
        valid = slice(i * n_train // k, (i + 1) * n_train // k)
        X, y = (torch.cat([t[:valid.start], t[valid.stop:]]) for t in (train_features, train_labels))
        net = get_net()
        train(net, X, y)
        train_ls.append(log_rmse(net, X, y))
        valid_ls.append(log_rmse(net, train_features[valid], train_labels[valid]))
    figure(f"seed {seed}: train", train_ls)
    figure(f"seed {seed}: valid", valid_ls)
    print(seed, sum(train_ls) / k, sum(valid_ls) / k, file=sys.stderr)

torch.manual_seed(0)
net = get_net()
train(net, train_features, train_labels)
figure("submission: train", [log_rmse(net, train_features, train_labels)])
figure("submission: prices", net(test_features))
write()
